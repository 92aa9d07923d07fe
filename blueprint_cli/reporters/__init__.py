"""Every form that a report can be written in, and what makes the file.

What a form needs is imported when it is asked for.
"""

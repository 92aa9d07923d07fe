"""A document as text: its problems with their places, or all that its blueprint says."""

from blueprint_cli.record import Record, Reference


def report(document):
    lines = [problem_line(problem) for problem in document.problems]
    if document.index:
        lines += [
            "Blueprint",
            *record_lines(document.blueprint, "  "),
            *index_lines(document.index),
        ]
    return "".join(f"{line}\n" for line in lines)


def problem_line(problem):
    line = f"{place(problem.source, problem.span)} {problem.code} {problem.message}"
    line += f" (hint: {problem.hint})" if problem.hint else ""
    line += f" ({problem.fix.safety} fix: {problem.fix.title})" if problem.fix else ""
    for related in problem.related:
        line += f" [{place(related.source, related.span)} {related.message}]"
    return line if problem.severity == "error" else f"{problem.severity}: {line}"


def place(source, span):
    if span is None:
        return "-"
    start, end = source.position(span.start), source.position(span.end)
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


def record_lines(record, indent):
    for name, value in vars(record).items():
        if name not in {"_where", "implied_id"}:
            yield from value_lines(name, value, indent)


def value_lines(name, value, indent):
    if isinstance(value, Record):
        yield f"{indent}{name}: {type(value).__name__}"
        yield from record_lines(value, indent + "  ")
    elif isinstance(value, tuple) and value and isinstance(value[0], Record):
        for place_in_list, each in enumerate(value):
            yield from value_lines(f"{name}[{place_in_list}]", each, indent)
    elif isinstance(value, dict) and name == "actions":
        for word, stack in value.items():
            yield from value_lines(f"{name}.{word}", stack, indent)
        if value.extra:
            yield f"{indent}{name}.extra: {value.extra}"
    elif isinstance(value, tuple) and value and isinstance(value[0], Reference):
        yield f"{indent}{name}: {' '.join(each.text for each in value)}"
    else:
        yield f"{indent}{name}: {value.text if isinstance(value, Reference) else repr(value)}"


def index_lines(index):
    yield f"lanes: {' '.join(index.lane_keys)}"
    yield f"steps: {' '.join(index.step_keys)}"
    yield from (f"{each.key} at {each.step} {each.lane} {each.place}" for each in index.actions)
    yield from (
        f"{each.kind} {each.start} -> {each.end}{' (external)' if each.external else ''}"
        for each in index.links
    )
    if index.resources:
        yield f"resources: {' '.join(index.resources)}"

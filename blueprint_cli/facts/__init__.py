"""What rules warn of and reports list: one module a fact, found in one way for both."""

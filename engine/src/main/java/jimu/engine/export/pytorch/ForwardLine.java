package jimu.engine.export.pytorch;

/**
 * A line of {@code forward}.
 *
 * @param depth how far it is indented
 * @param targets the left side; empty for the head of a loop
 * @param expression the right side
 * @param comment what stands behind it, or nothing
 */
record ForwardLine(int depth, String targets, String expression, String comment) {
    ForwardLine withoutComment() {
        return new ForwardLine(depth, targets, expression, "");
    }

    void write(PythonText python) {
        if (targets.isEmpty()) {
            python.lines(depth, expression);
        } else if (comment.isEmpty()) {
            python.assignment(depth, targets, expression);
        } else {
            python.assignment(depth, targets, expression, comment);
        }
    }
}

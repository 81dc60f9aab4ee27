package jimu.engine.imports.onnx;

import jimu.engine.message.Messages;

/** Says why a node cannot become a block. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private Refusal(String sentence) {
        super(sentence);
    }

    /** The sentence {@code import.onnx.KEY}, whose {0} is the node. */
    static Refusal of(String key, OnnxNode node, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = node.label();
        System.arraycopy(more, 0, all, 1, more.length);
        return new Refusal(Messages.text("import.onnx." + key, all));
    }

    /** The sentence {@code import.onnx.KEY}. */
    static Refusal because(String key, Object... words) {
        return new Refusal(Messages.text("import.onnx." + key, words));
    }
}

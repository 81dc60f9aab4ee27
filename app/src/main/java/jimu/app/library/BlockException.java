package jimu.app.library;

/** Says in one sentence why a block cannot be kept or taken away. */
final class BlockException extends Exception {
    private static final long serialVersionUID = 1;

    BlockException(String sentence) {
        super(sentence);
    }
}

package jimu.engine.io;

/** Says in one sentence why a file is no document that can be opened: the place in it, what was expected, what was found. */
public final class DocumentFormatException extends FileException {
    private static final long serialVersionUID = 1;

    DocumentFormatException(String sentence) {
        super(sentence);
    }
}

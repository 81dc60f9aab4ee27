package jimu.engine.io;

/** What an exported ONNX file says beside its graph, so that it can be opened again as the document that it was. */
public final class OnnxMetadata {
    /** Where the document stands, as {@link DocumentFile#write} gives it. */
    public static final String DOCUMENT = "jimu.document";

    /** Where the digest of the graph's bytes stands: another program that changes the graph does not change this. */
    public static final String GRAPH = "jimu.graph.sha256";

    /** Which digest that is. */
    public static final String ALGORITHM = "SHA-256";

    private OnnxMetadata() {}
}

package jimu.app.canvas;

import java.util.Optional;
import jimu.engine.graph.Document;

/** Where copied pieces of documents are kept. */
public interface Clipboard {
    /** Keeps a piece in place of the last. */
    void put(Document piece);

    /** The piece kept last, if there is one. */
    Optional<Document> get();

    /** Whether it may well hold a piece; cheaper than getting it, and wrong where something else looks like one. */
    boolean mayHoldPiece();

    /** A clipboard of this program alone. */
    static Clipboard inMemory() {
        return new Clipboard() {
            private Optional<Document> kept = Optional.empty();

            @Override
            public void put(Document piece) {
                kept = Optional.of(piece);
            }

            @Override
            public Optional<Document> get() {
                return kept;
            }

            @Override
            public boolean mayHoldPiece() {
                return kept.isPresent();
            }
        };
    }
}

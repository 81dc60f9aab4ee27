package jimu.app.canvas;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.DataFormat;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;

/** The clipboard that all programs share: it holds JSON text, so that blocks go from window to window and into any editor. */
public final class SystemClipboard implements Clipboard {
    private static final String FORMAT = "\"format\"";

    @Override
    public void put(Document piece) {
        javafx.scene.input.Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, DocumentFile.write(piece)));
    }

    @Override
    public boolean mayHoldPiece() {
        return text().contains(FORMAT);
    }

    /** What the text stands for; nothing where it is something else. */
    @Override
    public Optional<Document> get() {
        String text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DocumentFile.read(text));
        } catch (FileException e) {
            return Optional.empty();
        }
    }

    /** The text that it holds, if it could be JSON. */
    private static String text() {
        String text = javafx.scene.input.Clipboard.getSystemClipboard().getString();
        return text != null && text.stripLeading().startsWith("{") ? text : "";
    }
}

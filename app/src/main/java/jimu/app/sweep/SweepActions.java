package jimu.app.sweep;

import java.nio.file.Path;
import jimu.engine.graph.Document;

/** What can be done with a variant outside of its sweep. */
public interface SweepActions {
    /** Opens it as a document of its own, of that name. */
    void open(Document document, String name);

    /** Draws the curves of its run, called so, over those of the current one, or no longer. */
    void drawCurves(Path run, String name);

    /** Trains the open document and the variant, called so, in turn, and draws both. */
    void trainTwins(Document variant, String name);
}

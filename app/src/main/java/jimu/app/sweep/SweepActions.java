package jimu.app.sweep;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import jimu.engine.graph.Document;

/** What can be done with a variant outside of its sweep. */
public interface SweepActions {
    /** Opens it as a document of its own, of that name, with the weights of its run where there is one. */
    void open(Document document, String name, Optional<Path> run);

    /** Puts the weights of its run, called so, in the place of those of the open document, which must have the same network. */
    void useWeights(Path run, String name);

    /** Draws the curves of its run, called so, over those of the current one, or no longer. */
    void drawCurves(Path run, Supplier<String> name);

    /** Trains the open document and the variant, called so, in turn, and draws both. */
    void trainTwins(Document variant, Supplier<String> name);
}

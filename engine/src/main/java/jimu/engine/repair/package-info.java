/**
 * Ways to mend a document's problems, each tried out before it is offered; one file a kind, and the list of them in {@link
 * jimu.engine.repair.Remedies}.
 *
 * <p>Depends on infer and what it knows, and on data and train for what keeps a network from being trained.
 */
@NullMarked
package jimu.engine.repair;

import org.jspecify.annotations.NullMarked;

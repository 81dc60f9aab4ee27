package jimu.app.session;

import java.util.Optional;
import jimu.engine.data.Preprocessing;
import jimu.engine.plan.WeightSnapshot;

/**
 * Weights that a person put in the place of the current run's.
 *
 * @param name whence they are, as told in a sentence: {@code run 3, epoch 4}
 * @param weights by {@code path.name}
 * @param preprocessing what raw data went through when they were trained; nothing where that is not known
 */
public record LoadedWeights(String name, WeightSnapshot weights, Optional<Preprocessing> preprocessing) {}

package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Choice;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.NumberPair;
import jimu.engine.train.optimizer.Adam;
import jimu.engine.train.optimizer.SGD;
import org.junit.jupiter.api.Test;

class ScheduledOptimizerTest {
    private static final Course COURSE = Course.of(10, 5);

    @Test
    void withoutAScheduleTheOptimizerStaysAsItIs() {
        ScheduledOptimizer optimizer = new ScheduledOptimizer(new Adam(), Optional.empty());
        assertSame(optimizer.base(), optimizer.after(7, 35, COURSE));
        assertEquals(0.001, optimizer.rate(7, 35, COURSE));
    }

    @Test
    void epochsOrStepsAreCountedAsTheScheduleSays() throws Exception {
        ScheduledOptimizer byEpochs = of("ExponentialLR", Map.of("gamma", 0.5));
        assertEquals(new SGD(0.25, 0, 0, 0, false), byEpochs.after(2, 10, COURSE));
        ScheduledOptimizer bySteps = of("OneCycleLR", Map.of("max_lr", 1.0, "div_factor", 2.0, "pct_start", 0.5));
        assertEquals(new SGD(1, 0.85, 0, 0, false), bySteps.after(4, 24, COURSE));
    }

    @Test
    void aCycledMomentumIsTheFirstBetaOfAdam() {
        ScheduledOptimizer optimizer = new ScheduledOptimizer(new Adam(), Optional.of(new OneCycleLR()));
        Adam first = (Adam) optimizer.after(0, 0, COURSE);
        assertEquals(new NumberPair(0.95, 0.999), first.betas());
        assertEquals(0.01 / 25, first.lr(), 1e-15);
    }

    private static ScheduledOptimizer of(String schedule, Map<String, Object> arguments) throws Exception {
        Choice sgd = new Choice("SGD", Map.of("lr", 1.0));
        return ScheduledOptimizer.of(
                new TrainingSettings(10, 5, sgd, 1).withSchedule(Optional.of(new Choice(schedule, arguments))));
    }
}

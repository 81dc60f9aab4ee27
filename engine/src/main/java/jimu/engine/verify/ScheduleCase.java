package jimu.engine.verify;

import java.util.List;
import java.util.Map;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.TensorShape;
import jimu.engine.train.schedule.Course;
import jimu.engine.train.schedule.Schedule;
import jimu.engine.train.schedule.ScheduleCatalog;

/**
 * The learning rate of each epoch, or step, under a schedule.
 *
 * @param base the optimiser's own rate
 * @param losses what the schedule is told after each epoch; none if it does not ask
 * @param rates of the epochs
 */
record ScheduleCase(String name, Map<String, Object> arguments, double base, List<Double> losses, List<Double> rates)
        implements ReferenceCase {
    static ScheduleCase of(CaseFields fields) throws ReferenceException {
        return new ScheduleCase(
                fields.text("schedule"),
                fields.arguments(),
                fields.number("base_lr"),
                fields.numbers("metric"),
                fields.numbers("lr"));
    }

    @Override
    public Outcome run(List<KernelSet> sets) {
        Subject<Schedule> subject = Subject.of(name, name, arguments, ScheduleCatalog.find(name));
        return subject.made().map(this::run).orElseGet(subject.failure()::orElseThrow);
    }

    private Outcome run(Schedule schedule) {
        double[] found = new double[rates.size()];
        for (int time = 0; time < found.length; time++) {
            Course course = new Course(found.length, 1, losses.subList(0, Math.min(time, losses.size())));
            found[time] = schedule.rate(base, time, course);
        }
        double[] numbers = rates.stream().mapToDouble(Double::doubleValue).toArray();
        ReferenceTensor expected = new ReferenceTensor(TensorShape.of(numbers.length), numbers, false);
        return Outcome.of(
                name,
                Tolerance.RATE.difference(LayerCase.words("rates"), expected, found).stream()
                        .toList());
    }
}

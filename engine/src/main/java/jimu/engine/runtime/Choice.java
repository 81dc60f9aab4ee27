package jimu.engine.runtime;

import java.util.List;
import java.util.Optional;
import jimu.engine.op.Op;
import jimu.engine.plan.Plan;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.KernelSet.Candidate;
import jimu.engine.shape.TensorType;

/** The kernel sets of an executor, the preferred first, and what they have for the steps of a plan. */
record Choice(List<KernelSet> sets) {
    /** What the step is asked to be, for an operation that may differ from the step's own. */
    Signature signature(Plan plan, Plan.Step step, Op op, Backward backward) {
        return new Signature(op, types(plan, step.operands()), types(plan, step.results()), backward);
    }

    /** The first set's candidate, if any has one. */
    Optional<Candidate> find(Signature signature) {
        return sets.stream().flatMap(set -> set.find(signature).stream()).findFirst();
    }

    /** The first set's candidate. Throws MissingKernelException if none has one. */
    Candidate require(Signature signature) {
        return find(signature).orElseThrow(() -> new MissingKernelException(signature));
    }

    /** The first set's candidate that keeps what is not a number. Throws MissingKernelException if none has one. */
    Candidate requireKeeping(Signature signature) {
        return sets.stream()
                .flatMap(set -> set.find(signature).stream())
                .filter(candidate -> !candidate.losesWhatIsNoNumber())
                .findFirst()
                .orElseThrow(() -> new MissingKernelException(signature));
    }

    private static List<TensorType> types(Plan plan, List<Integer> values) {
        return values.stream().map(plan.values()::get).toList();
    }
}

package jimu.engine.verify;

import java.util.List;
import jimu.engine.runtime.KernelSet;

/** A case of a kind that is not run here: whole networks. */
record UnsupportedCase(String name, String subject) implements ReferenceCase {
    static UnsupportedCase network(CaseFields fields) throws ReferenceException {
        return new UnsupportedCase(fields.text("name"), "network");
    }

    @Override
    public Outcome run(List<KernelSet> sets) {
        return Outcome.unsupported(name, subject);
    }
}

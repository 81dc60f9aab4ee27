package jimu.engine.runtime.onednn;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.global.dnnl;

/** A primitive with its arguments: made once, run many times without allocating anything. */
final class Call {
    private final dnnl_primitive primitive;
    private final dnnl_exec_arg_t arguments;
    private final int count;

    private Call(dnnl_primitive primitive, dnnl_exec_arg_t arguments, int count) {
        this.primitive = primitive;
        this.arguments = arguments;
        this.count = count;
    }

    /** A call yet without arguments; {@code owner} closes what it holds. */
    static Builder of(Description description, Memory owner) {
        return new Builder(description, owner);
    }

    /** The move of numbers from one format to another. */
    static Call reorder(Format from, Tensor source, Format to, Tensor target, Memory owner) {
        try (Description move = Description.reorder(from, to)) {
            return of(move, owner)
                    .with(dnnl.DNNL_ARG_FROM, from, source)
                    .with(dnnl.DNNL_ARG_TO, to, target)
                    .bind();
        }
    }

    void run() {
        Library.check(dnnl.dnnl_primitive_execute(primitive, Library.stream(), count, arguments));
    }

    /** Collects the arguments of a call. */
    static final class Builder {
        private final Description description;
        private final Memory owner;
        private final List<Integer> places = new ArrayList<>();
        private final List<dnnl_memory> memories = new ArrayList<>();

        private Builder(Description description, Memory owner) {
            this.description = description;
            this.owner = owner;
        }

        /** Gives the argument at a place, one of oneDNN's {@code DNNL_ARG_…}. */
        Builder with(int place, Format format, Tensor tensor) {
            if (format.elements() > tensor.length()) {
                throw new IllegalArgumentException(format.elements() + " numbers do not fit into " + tensor.length());
            }
            at(place, format, tensor.address());
            return this;
        }

        private dnnl_memory at(int place, Format format, long address) {
            dnnl_memory memory = new dnnl_memory();
            Library.check(dnnl.dnnl_memory_create(memory, format.desc(), Library.engine(), Library.at(address)));
            owner.own(() -> dnnl.dnnl_memory_destroy(memory));
            places.add(place);
            memories.add(memory);
            return memory;
        }

        private void addScratchpad(Format format) {
            dnnl_memory memory = at(dnnl.DNNL_ARG_SCRATCHPAD, format, 0);
            owner.scratch()
                    .reserve(
                            format.elements() * Float.BYTES,
                            address -> Library.check(dnnl.dnnl_memory_set_data_handle(memory, Library.at(address))));
        }

        Call bind() {
            description.scratchpad().ifPresent(this::addScratchpad);
            dnnl_primitive primitive = new dnnl_primitive();
            Library.check(dnnl.dnnl_primitive_create(primitive, description.primitive()));
            owner.own(() -> dnnl.dnnl_primitive_destroy(primitive));
            dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(places.size());
            owner.own(arguments);
            for (int i = 0; i < places.size(); i++) {
                arguments.position(i).arg(places.get(i)).memory(memories.get(i));
            }
            arguments.position(0);
            return new Call(primitive, arguments, places.size());
        }
    }
}

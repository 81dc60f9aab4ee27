package jimu.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jimu.engine.graph.Sampling;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Pairs or triplets of the samples of labelled data: each sample comes first in one of them, with companions drawn for every epoch.
 *
 * <p>Pairs of pictures have {@code image1}, {@code image2}, {@value #SIMILAR} () 1 or 0, {@value #SIGN} () 1 or −1,
 * {@code label1} and {@code label2}; half of them are of one class. Triplets have {@code anchor}, {@code positive},
 * {@code negative}, {@code label} and {@code negative_label}.
 */
public final class Tuples implements Dataset {
    /** The field that is 1 for a pair of one class and 0 for one of two. */
    public static final String SIMILAR = "similar";

    /** The field that is 1 for a pair of one class and −1 for one of two. */
    public static final String SIGN = "sign";

    private final Dataset source;
    private final Sampling sampling;
    private final ClassIndex index;
    private final Map<String, Member> members;
    private final List<Field> fields;
    private final long seed;
    private final String part;
    private final int each;
    private final int[] drawn;

    /** Which of the samples a field is of, and the field's name there. */
    private record Member(int place, String origin) {}

    private Tuples(Tuples before, int epoch) {
        source = before.source;
        sampling = before.sampling;
        index = before.index;
        members = before.members;
        fields = before.fields;
        seed = before.seed;
        part = before.part;
        each = before.each;
        drawn = draw(epoch);
    }

    /**
     * Pairs or triplets of a part of the data, as they are before the first epoch. Throws DataException if the samples have no
     * classes, or all the same.
     *
     * @param part a name for people, and of the stream that the companions are drawn from
     */
    public Tuples(Dataset source, Sampling sampling, long seed, String part) throws DataException {
        this.source = source;
        this.sampling = sampling;
        this.seed = seed;
        this.part = part;
        each = sampling == Sampling.PAIRS ? 2 : 3;
        Field thing = source.fields().get(0);
        Field label = source.fields().stream()
                .filter(field ->
                        field.type().dtype() == DType.INT32 && !field.classes().isEmpty())
                .findFirst()
                .orElseThrow(() -> new DataException("sampling.classes", source.name()));
        index = new ClassIndex(source, label, part);
        members = new LinkedHashMap<>();
        fields = new ArrayList<>();
        if (sampling == Sampling.PAIRS) {
            add(thing.name() + "1", 0, thing);
            add(thing.name() + "2", 1, thing);
            fields.add(new Field(SIMILAR, new TensorType(DType.FLOAT32, TensorShape.SCALAR), List.of()));
            fields.add(new Field(SIGN, new TensorType(DType.FLOAT32, TensorShape.SCALAR), List.of()));
            add(label.name() + "1", 0, label);
            add(label.name() + "2", 1, label);
        } else {
            add("anchor", 0, thing);
            add("positive", 1, thing);
            add("negative", 2, thing);
            add(label.name(), 0, label);
            add("negative_" + label.name(), 2, label);
        }
        drawn = draw(0);
    }

    private void add(String name, int place, Field origin) {
        members.put(name, new Member(place, origin.name()));
        fields.add(new Field(name, origin.type(), origin.classes()));
    }

    private int[] draw(int epoch) {
        RandomStream random = new RandomStream(seed, Purpose.SAMPLING, part).at(epoch);
        int[] samples = new int[source.size() * each];
        for (int i = 0; i < source.size(); i++) {
            samples[i * each] = i;
            if (sampling == Sampling.TRIPLETS) {
                samples[i * each + 1] = index.same(i, random, 2L * i);
                samples[i * each + 2] = index.other(i, random, 2L * i + 1);
            } else {
                boolean similar = ((i + epoch) & 1) == 0;
                samples[i * each + 1] = similar ? index.same(i, random, i) : index.other(i, random, i);
            }
        }
        return samples;
    }

    /** The field of the source that one of these fields is of; its own name if it is of none. */
    public String origin(String field) {
        Member member = members.get(field);
        return member == null ? field : member.origin();
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    @Override
    public Map<Object, Long> arrays() {
        Map<Object, Long> arrays = new HashMap<>(source.arrays());
        arrays.put(index, index.bytes());
        arrays.put(drawn, (long) drawn.length * Integer.BYTES);
        return arrays;
    }

    @Override
    public int inputs() {
        return each;
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public int available() {
        return source.available();
    }

    @Override
    public Dataset at(int epoch) {
        return new Tuples(this, epoch);
    }

    @Override
    public void copy(String field, int sample, float[] to, int at) {
        Objects.checkIndex(sample, source.size());
        Member member = members.get(field);
        if (member != null) {
            source.copy(member.origin(), drawn[sample * each + member.place()], to, at);
        } else if (sampling == Sampling.PAIRS && (field.equals(SIMILAR) || field.equals(SIGN))) {
            boolean similar = index.alike(drawn[sample * each], drawn[sample * each + 1]);
            to[at] = similar ? 1 : field.equals(SIMILAR) ? 0 : -1;
        } else {
            throw new IllegalArgumentException("No float32 field " + field);
        }
    }

    @Override
    public void copy(String field, int sample, int[] to, int at) {
        Objects.checkIndex(sample, source.size());
        Member member = members.get(field);
        if (member == null) {
            throw new IllegalArgumentException("No int32 field " + field);
        }
        source.copy(member.origin(), drawn[sample * each + member.place()], to, at);
    }
}

package jimu.app.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jimu.app.fx.Offered;
import jimu.app.text.Texts;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Target;

/** What mends that a network has no data: those that come with the program and fit its inputs and targets. */
final class OfferData {
    private OfferData() {}

    /** The data that fit, each a step that takes them; {@code then} follows when one is taken. */
    static List<Offered> of(Session session, Samples samples, Runnable then) {
        Document document = session.wholePresent();
        return Arrays.stream(SampleData.values())
                .filter(data -> fits(document, data))
                .map(data -> offer(session, data.source(samples), data, then))
                .toList();
    }

    private static Offered offer(Session session, DataSource source, SampleData data, Runnable then) {
        String name = Texts.of("data.choice." + data.name().toLowerCase(Locale.ROOT));
        return new Offered(Texts.of("repair.data", name), "", () -> {}, () -> {}, () -> {
            session.applyWhole(new Edit.SetData(session.wholePresent().data().withSource(source)));
            then.run();
        });
    }

    /** Whether each Input and each Target reads a field as the data have it, and there is one of both. */
    private static boolean fits(Document document, SampleData data) {
        List<Source> sources = document.graph().blocks().stream()
                .map(Block::content)
                .flatMap(content -> content instanceof Content.Of of && of.layer() instanceof Source source
                        ? Stream.of(source)
                        : Stream.empty())
                .toList();
        return sources.stream()
                                .map(source -> source instanceof Target)
                                .distinct()
                                .count()
                        == 2
                && sources.stream()
                        .allMatch(source -> same(source, source instanceof Target ? data.target() : data.input()));
    }

    private static boolean same(Source source, Source wanted) {
        return source.field().equals(wanted.field())
                && source.sampleShape().equals(wanted.sampleShape())
                && source.dtype() == wanted.dtype();
    }
}

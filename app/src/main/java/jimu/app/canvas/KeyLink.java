package jimu.app.canvas;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.app.session.LinkCheck;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkRules;
import jimu.app.session.PortEnd;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Session;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;

/** A wire that is being made with the keyboard: from a port of a block to one of those that it can go into, nearest first. */
final class KeyLink {
    private final Document document;
    private final LinkRules rules;
    private final List<PortEnd> ends;
    private final Map<PortEnd, LinkCheck> answers = new LinkedHashMap<>();
    private List<PortEnd> targets = List.of();
    private int end;
    private int target;

    private KeyLink(Session session, List<PortEnd> ends) {
        document = session.present();
        rules = new LinkRules(session, Optional.empty());
        this.ends = ends;
        aim();
    }

    /** A wire from the selected block, its outputs before its inputs; none where there is no such block. */
    static Optional<KeyLink> of(Session session) {
        Document document = session.present();
        return session.selection()
                .single()
                .flatMap(document.graph()::block)
                .map(block -> PortPlaces.of(document, block).stream()
                        .sorted(Comparator.comparing((PortEnd port) -> port.side() == Side.INPUT))
                        .toList())
                .filter(ports -> !ports.isEmpty())
                .map(ports -> new KeyLink(session, ports));
    }

    private void aim() {
        PortEnd from = ends.get(end);
        Position here = PortPlaces.of(document, from);
        answers.clear();
        for (Block block : document.graph().blocks()) {
            PortPlaces.of(document, block).stream()
                    .filter(port -> !port.equals(from))
                    .forEach(port -> answers.put(port, rules.check(from, port)));
        }
        targets = answers.entrySet().stream()
                .filter(answer -> answer.getValue().allowed())
                .sorted(Comparator.<Map.Entry<PortEnd, LinkCheck>>comparingInt(
                                answer -> answer.getValue() instanceof Fits ? 0 : 1)
                        .thenComparingDouble(answer -> distance(here, answer.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        target = 0;
    }

    private double distance(Position here, PortEnd port) {
        Position there = PortPlaces.of(document, port);
        return Math.hypot(there.x() - here.x(), there.y() - here.y());
    }

    /** Aims at the next port that it can go into, or back at the one before; after the last comes the first. */
    void next(int by) {
        if (!targets.isEmpty()) {
            target = Math.floorMod(target + by, targets.size());
        }
    }

    /** Begins at the block's next port instead, or the one before. */
    void turn(int by) {
        end = Math.floorMod(end + by, ends.size());
        aim();
    }

    /** The port that it would go into now. */
    Optional<PortEnd> aimed() {
        return targets.isEmpty() ? Optional.empty() : Optional.of(targets.get(target));
    }

    /** The wire as it would be now. */
    Optional<Link> link() {
        return aimed().flatMap(port -> LinkRules.link(ends.get(end), port));
    }

    /** How it is shown. */
    Pull shown() {
        PortEnd from = ends.get(end);
        Position loose = PortPlaces.of(document, aimed().orElse(from));
        return new Pull(from, Optional.empty(), loose, aimed(), answers, 0, 0);
    }
}

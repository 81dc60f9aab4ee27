package jimu.app.cli;

import java.util.ArrayList;
import java.util.List;
import jimu.app.cli.Table.Column;
import jimu.app.cli.Table.Side;
import jimu.app.text.Numbers;
import jimu.app.text.ProfileText;
import jimu.app.text.Texts;
import jimu.engine.train.LayerProfile;
import jimu.engine.train.StepProfile;

/** A profile as a table, the longest layer first, with what is besides the layers below. */
record ProfileTable(StepProfile profile) {
    /** The lines, {@code rule} drawing those between. */
    List<String> lines(char rule) {
        Table table = new Table(
                new Column(Texts.of("summary.name"), Side.LEFT),
                new Column(Texts.of("summary.type"), Side.LEFT),
                new Column(Texts.of("profile.time"), Side.RIGHT),
                new Column(Texts.of("profile.share"), Side.RIGHT),
                new Column(Texts.of("profile.forward"), Side.RIGHT),
                new Column(Texts.of("profile.backward"), Side.RIGHT),
                new Column(Texts.of("profile.reorders"), Side.RIGHT),
                new Column(Texts.of("profile.memory"), Side.RIGHT),
                new Column("", Side.LEFT));
        profile.longest().forEach(layer -> add(table, layer));
        List<String> lines =
                new ArrayList<>(List.of(ProfileText.longest(profile), "", table.heading(), table.rule(rule)));
        lines.addAll(table.lines());
        lines.add(table.rule(rule));
        lines.add(Texts.of(
                "profile.totals",
                Numbers.milliseconds(profile.layerNanos()),
                Numbers.milliseconds(profile.update()),
                Numbers.milliseconds(profile.step()),
                Numbers.milliseconds(profile.reading()),
                Numbers.bytes(profile.bytes())));
        lines.add(Texts.of("profile.measured", Numbers.grouped(profile.steps()), Numbers.grouped(profile.batch())));
        return lines;
    }

    private void add(Table table, LayerProfile layer) {
        table.add(
                layer.path(),
                layer.type(),
                Numbers.milliseconds(layer.nanos()),
                Numbers.share(profile.share(layer)),
                Numbers.milliseconds(layer.forward()),
                Numbers.milliseconds(layer.backward()),
                layer.reorders() == 0 ? "" : Numbers.milliseconds(layer.reorders()),
                Numbers.bytes(layer.bytes()),
                layer.within().map(other -> Texts.of("profile.within", other)).orElse(""));
    }
}

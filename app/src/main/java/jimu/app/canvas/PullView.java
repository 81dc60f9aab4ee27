package jimu.app.canvas;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import jimu.app.session.LinkCheck;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkCheck.Marked;
import jimu.app.session.LinkCheck.Refused;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.WirePath;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;

/** The loose wire that follows the pointer, and the words beside it. */
final class PullView {
    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final HaloLine line = new HaloLine();
    private final Label words = new Label();

    PullView() {
        line.line().getStyleClass().add("pulled");
        line.setVisible(false);
        words.getStyleClass().add("pull-words");
        words.setMouseTransparent(true);
        words.setVisible(false);
        words.setWrapText(true);
    }

    /** The wire, to lie on the canvas. */
    HaloLine line() {
        return line;
    }

    /** The words, to lie in front of it. */
    Label words() {
        return words;
    }

    void show(Optional<Pull> pull, Document document, Viewport viewport) {
        line.setVisible(pull.isPresent());
        Optional<LinkCheck> answer = pull.flatMap(Pull::answer);
        words.setVisible(answer.isPresent());
        pull.ifPresent(now -> draw(now, document));
        answer.ifPresent(check -> {
            words.setText(words(pull.orElseThrow(), check));
            style(check);
            Position at = viewport.toWindow(pull.orElseThrow().pointer());
            words.autosize();
            double x = Math.min(at.x() + 16, viewport.width() - words.getWidth() - 8);
            double y = at.y() + 20;
            words.relocate(
                    Math.max(8, x), y + words.getHeight() > viewport.height() ? at.y() - words.getHeight() - 16 : y);
        });
    }

    private void draw(Pull pull, Document document) {
        Position fixed = PortPlaces.of(document, pull.fixed());
        Position loose = pull.over().map(end -> PortPlaces.of(document, end)).orElse(pull.pointer());
        line.follow(
                pull.fixed().side() == Side.OUTPUT ? WirePath.between(fixed, loose) : WirePath.between(loose, fixed));
        pull.answer().ifPresentOrElse(this::style, () -> {
            line.line().pseudoClassStateChanged(FITS, false);
            line.line().pseudoClassStateChanged(MARKED, false);
            line.line().pseudoClassStateChanged(REFUSED, false);
        });
    }

    private void style(LinkCheck check) {
        for (javafx.scene.Node node : new javafx.scene.Node[] {line.line(), words}) {
            node.pseudoClassStateChanged(FITS, check instanceof Fits);
            node.pseudoClassStateChanged(MARKED, check instanceof Marked);
            node.pseudoClassStateChanged(REFUSED, check instanceof Refused);
        }
    }

    private static String change(Pull pull) {
        if (pull.parameters() == 0 && pull.multiplyAdds() == 0) {
            return "";
        }
        return "\n" + Texts.of("canvas.pull.change", signed(pull.parameters()), signed(pull.multiplyAdds()));
    }

    private static String signed(long change) {
        return (change < 0 ? "−" : "+") + Numbers.grouped(Math.abs(change));
    }

    private static String words(Pull pull, LinkCheck check) {
        if (check instanceof Fits fits) {
            return fits.output().map(type -> Texts.of("canvas.pull.fits", type)).orElse(Texts.of("canvas.pull.unknown"))
                    + change(pull);
        }
        if (check instanceof Marked marked) {
            return marked.reason();
        }
        return check instanceof Refused refused ? refused.reason() : "";
    }
}

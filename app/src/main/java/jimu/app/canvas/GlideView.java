package jimu.app.canvas;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Transition;
import javafx.util.Duration;
import jimu.app.session.Session;
import jimu.engine.graph.Document;

/** Lets blocks glide where they are arranged to, drawing document after document on the way. */
final class GlideView {
    private static final Duration TIME = Duration.millis(250);

    private final Arranging arranging;
    private final Viewport viewport;
    private final Session session;
    private final Consumer<Document> draw;
    private Optional<Transition> running = Optional.empty();

    GlideView(Arranging arranging, Viewport viewport, Session session, Consumer<Document> draw) {
        this.arranging = arranging;
        this.viewport = viewport;
        this.session = session;
        this.draw = draw;
        arranging.glideProperty().addListener((value, old, now) -> follow(now));
    }

    private void follow(Optional<Glide> now) {
        running.ifPresent(Transition::stop);
        running = now.map(Way::new);
        running.ifPresent(Transition::play);
        if (now.isEmpty()) {
            draw.accept(session.document());
        }
    }

    private final class Way extends Transition {
        private final Glide glide;
        private final Document document = session.document();

        Way(Glide glide) {
            this.glide = glide;
            setCycleDuration(TIME);
            setInterpolator(javafx.animation.Interpolator.LINEAR);
            setOnFinished(event -> arranging.finish());
        }

        @Override
        protected void interpolate(double part) {
            viewport.show(glide.look(part));
            draw.accept(document.withPositions(glide.places(part)));
        }
    }
}

package jimu.app.fx.form;

import javafx.animation.PauseTransition;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** A slider for an entry: it previews while it moves, and one movement gives one answer. */
final class FormSlider extends Slider {
    private static final Duration STANDSTILL = Duration.millis(400);
    private static final double KEYS = 20;

    private final FormEntry entry;
    private final Slide slide;
    private boolean showing;

    FormSlider(FormEntry entry, Slide slide) {
        this.entry = entry;
        this.slide = slide;
        setId("slide-" + entry.question().name());
        setMin(slide.from());
        setMax(slide.to());
        setBlockIncrement(Math.max(1.0 / slide.perUnit(), (slide.to() - slide.from()) / KEYS));
        entry.shownProperty().addListener((value, old, now) -> show());
        show();
        PauseTransition stillness = new PauseTransition(STANDSTILL);
        stillness.setOnFinished(event -> {
            if (!isPressed()) {
                entry.finish();
            }
        });
        valueProperty().addListener((value, old, now) -> {
            if (!showing) {
                entry.slideTo(slide.plain(now.doubleValue()));
                stillness.playFromStart();
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> entry.finish());
        focusedProperty().addListener((value, had, has) -> {
            if (!has) {
                entry.finish();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                entry.revert();
                event.consume();
            }
        });
    }

    private void show() {
        boolean same = slide.plain(getValue()).equals(entry.valueNow());
        if (!same && entry.valueNow() instanceof Number number) {
            showing = true;
            setValue(number.doubleValue());
            showing = false;
        }
    }
}

package jimu.app.canvas;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jimu.app.session.MyBlocks;
import jimu.app.text.Texts;
import jimu.engine.graph.Definition;
import org.kordamp.ikonli.javafx.FontIcon;

/** Offers to let groups follow blocks of a person's own that have changed; what was put off is not offered again until it changes. */
public final class OfferView extends HBox {
    private final MyBlocks mine;
    private final Label words = new Label();
    private final Button update = new Button();
    private final Button later = new Button();
    private List<Definition> offered = List.of();
    private List<Definition> putOff = List.of();

    /** Shows what {@code mine} has to offer. */
    public OfferView(MyBlocks mine) {
        this.mine = mine;
        setId("offer");
        getStyleClass().add("offer");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        update.setId("offer-update");
        later.setId("offer-later");
        update.getStyleClass().addAll("small", "accent");
        later.getStyleClass().addAll("small", "flat");
        update.textProperty().bind(Texts.bound("library.offer.update"));
        later.textProperty().bind(Texts.bound("library.offer.later"));
        words.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(new FontIcon("mdoal-bookmark_border"), words, update, later);
        update.setOnAction(event -> List.copyOf(offered).forEach(mine::update));
        later.setOnAction(event -> {
            putOff = offered;
            follow();
        });
        for (var ground : mine.grounds()) {
            ground.addListener(changed -> follow());
        }
        Texts.follow(this, OfferView::follow);
        follow();
    }

    private void follow() {
        offered = mine.outdated();
        boolean shown = !offered.isEmpty() && !offered.equals(putOff);
        setVisible(shown);
        setManaged(shown);
        if (shown) {
            words.setText(
                    offered.size() == 1
                            ? Texts.of(
                                    "library.offer",
                                    offered.get(0).origin().orElseThrow().block())
                            : Texts.of("library.offer.several", offered.size()));
        }
    }
}

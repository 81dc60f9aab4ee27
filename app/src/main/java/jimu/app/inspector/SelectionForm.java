package jimu.app.inspector;

import java.util.List;
import java.util.Optional;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.Selection;

/** What the Properties tab asks about a selection. */
interface SelectionForm {
    /** Whether it is the form for what is selected now; it may come to follow that. */
    boolean suits(Selection selection);

    /** The entry for the name, if there is one. */
    Optional<FormEntry> name();

    /** The entries below it. */
    List<FormEntry> parameters();

    /** Shows the values of the document as shown. */
    void refresh();
}

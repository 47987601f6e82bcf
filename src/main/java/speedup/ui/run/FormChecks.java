package speedup.ui.run;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import speedup.ui.form.ParameterFormModel;

/**
 * Whether what was typed can be run.
 *
 * @param form the settings of the workload
 * @param options how it is to be run
 */
record FormChecks(ParameterFormModel form, RunOptionsModel options) {
  /** Whether Run would do something. */
  BooleanBinding ready(ObservableBooleanValue running) {
    return Bindings.and(
        Bindings.not(running), Bindings.and(form.validProperty(), options.validProperty()));
  }

  /** What is wrong, the settings first; empty when nothing is. */
  StringBinding problem() {
    return Bindings.createStringBinding(
        () ->
            form.firstProblemProperty().get().isEmpty()
                ? options.firstProblemProperty().get()
                : form.firstProblemProperty().get(),
        form.firstProblemProperty(),
        options.firstProblemProperty());
  }
}

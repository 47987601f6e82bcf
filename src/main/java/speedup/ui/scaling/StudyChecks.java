package speedup.ui.scaling;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import speedup.ui.form.ParameterFormModel;

/**
 * Whether what was typed can be studied.
 *
 * @param form the settings of the workload
 * @param options what is to be studied
 */
record StudyChecks(ParameterFormModel form, StudyOptionsModel options) {
  /** Whether Run would do something. */
  BooleanBinding ready(ObservableBooleanValue busy) {
    return Bindings.and(
        Bindings.not(busy), Bindings.and(form.validProperty(), options.validProperty()));
  }

  /** What is wrong, the study first; empty when nothing is. */
  StringBinding problem() {
    return Bindings.createStringBinding(
        () ->
            options.firstProblemProperty().get().isEmpty()
                ? form.firstProblemProperty().get()
                : options.firstProblemProperty().get(),
        form.firstProblemProperty(),
        options.firstProblemProperty());
  }
}

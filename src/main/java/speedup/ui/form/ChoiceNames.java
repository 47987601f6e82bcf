package speedup.ui.form;

import javafx.util.StringConverter;
import speedup.workload.WorkloadWords;

/** Values of a choice by their names. */
final class ChoiceNames extends StringConverter<String> {
  @Override
  public String toString(String value) {
    return value == null ? "" : WorkloadWords.choice(value);
  }

  @Override
  public String fromString(String text) {
    throw new UnsupportedOperationException("the list is chosen from, not typed into");
  }
}

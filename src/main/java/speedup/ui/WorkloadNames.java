package speedup.ui;

import javafx.util.StringConverter;
import speedup.workload.Workload;
import speedup.workload.WorkloadWords;

/** Workloads by their titles. */
final class WorkloadNames extends StringConverter<Workload> {
  @Override
  public String toString(Workload item) {
    return item == null ? "" : WorkloadWords.title(item);
  }

  @Override
  public Workload fromString(String text) {
    throw new UnsupportedOperationException("the list is chosen from, not typed into");
  }
}

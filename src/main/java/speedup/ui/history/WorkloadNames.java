package speedup.ui.history;

import java.util.Optional;
import javafx.util.StringConverter;
import speedup.ui.Messages;
import speedup.workload.Workload;

/** Workloads by their titles; none stands for all of them. */
final class WorkloadNames extends StringConverter<Optional<Workload>> {
  @Override
  public String toString(Optional<Workload> item) {
    return item == null || item.isEmpty()
        ? Messages.get("history.workload.all")
        : item.get().title();
  }

  @Override
  public Optional<Workload> fromString(String text) {
    throw new UnsupportedOperationException("the list is chosen from, not typed into");
  }
}

package speedup.ui.run;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.Property;
import speedup.experiment.RunRequest;
import speedup.ui.Messages;
import speedup.ui.form.Segments;

/** The choices that comparisons and studies have in common. */
public final class RunChoices {
  private RunChoices() {}

  /** How often. */
  public static Segments<Repeats> repeats(Property<Repeats> chosen) {
    var choice =
        new Segments<>(
            Messages.get("options.repeats.name"), List.of(Repeats.values()), Repeats::title);
    choice.valueProperty().bindBidirectional(chosen);
    return choice;
  }

  /** Warm or cold. */
  public static Segments<RunRequest.Start> start(Property<RunRequest.Start> chosen) {
    var choice =
        new Segments<>(
            Messages.get("options.start.name"),
            List.of(RunRequest.Start.values()),
            start -> Messages.get(key(start)));
    choice.valueProperty().bindBidirectional(chosen);
    return choice;
  }

  /** The key of its words. */
  static String key(RunRequest.Start start) {
    return "options.start." + start.name().toLowerCase(Locale.ROOT);
  }
}

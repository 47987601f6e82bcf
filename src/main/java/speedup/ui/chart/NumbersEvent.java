package speedup.ui.chart;

import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;

/** Somebody asked a chart for its numbers by the keyboard; the window shows them. */
public final class NumbersEvent extends Event {
  /** The only type there is. */
  public static final EventType<NumbersEvent> ASKED = new EventType<>(Event.ANY, "NUMBERS_ASKED");

  private final transient String spoken;
  private final transient List<List<String>> rows;

  NumbersEvent(String spoken, List<List<String>> rows) {
    super(ASKED);
    this.spoken = spoken;
    this.rows = rows;
  }

  /** What the chart shows, a sentence. */
  public String spoken() {
    return spoken;
  }

  /** The numbers, the names of the columns first. */
  public List<List<String>> rows() {
    return rows;
  }
}

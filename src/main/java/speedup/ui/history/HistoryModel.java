package speedup.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import speedup.history.Findings;
import speedup.history.Fingerprint;
import speedup.history.KeptRun;
import speedup.history.Query;
import speedup.history.RunStore;
import speedup.history.RunSummary;
import speedup.history.StoreException;
import speedup.plot.Chart;
import speedup.report.ReportChart;
import speedup.report.RunCharts;
import speedup.report.RunsTogether;
import speedup.ui.view.RunHistory;

/**
 * What the view of kept runs shows: a list that is read page by page, and the runs chosen in it.
 * Knows no control. UI thread only; the disk is waited for elsewhere.
 */
public final class HistoryModel {
  /** Rows that are read at a time. */
  static final int PAGE = 200;

  /** More runs than this in one chart cannot be told apart. */
  static final int MOST_TOGETHER = 8;

  /** What the list shows. */
  public enum State {
    /** It is being read for the first time. */
    LOADING,
    /** Nothing is kept yet. */
    EMPTY,
    /** Nothing that is kept fulfils the search. */
    NOTHING_FOUND,
    /** There are rows. */
    ROWS,
    /** It cannot be read: {@link #failureProperty} says why. */
    FAILED
  }

  /** What is shown beside the list. */
  public sealed interface Shown {
    /** Nothing is chosen. */
    record Nothing() implements Shown {}

    /** It is being read. */
    record Loading() implements Shown {}

    /** One run, with what was worked out of it. */
    record One(RunStore.Kept kept, Findings findings, Map<ReportChart, Chart> charts)
        implements Shown {}

    /** Several runs. */
    record Several(List<KeptRun> runs, RunsTogether together) implements Shown {}

    /** What was chosen cannot be shown. */
    record Failed(String sentence) implements Shown {}
  }

  private final RunHistory history;
  private final Fingerprint here;
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<Optional<KeptRun.Kind>> kind =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<String>> workload =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty hereOnly = new SimpleBooleanProperty();
  private final ObservableList<RunSummary> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Nothing());
  private List<String> chosen = List.of();
  private long asked;
  private boolean opened;
  private boolean reading;
  private boolean replacing;
  private Runnable onReplaced = () -> {};
  private final Subscription changes;

  /**
   * A model; nothing is read before {@link #open}.
   *
   * @param here this machine
   */
  public HistoryModel(RunHistory history, Fingerprint here) {
    this.history = history;
    this.here = here;
    words.addListener(_ -> search());
    kind.addListener(_ -> search());
    workload.addListener(_ -> search());
    hereOnly.addListener(_ -> search());
    changes = history.changesProperty().subscribe(this::search);
  }

  /** Hears of no change any more: the history goes on when the window is made anew. */
  void close() {
    changes.unsubscribe();
  }

  /** Reads the list, unless that was done. */
  public void open() {
    if (!opened) {
      opened = true;
      search();
    }
  }

  /** What is looked for, as typed. */
  public StringProperty wordsProperty() {
    return words;
  }

  /** Runs or studies alone; empty for both. */
  public ObjectProperty<Optional<KeptRun.Kind>> kindProperty() {
    return kind;
  }

  /** The id of one workload; empty for all. */
  public ObjectProperty<Optional<String>> workloadProperty() {
    return workload;
  }

  /** Whether runs of other machines are left out. */
  public BooleanProperty hereOnlyProperty() {
    return hereOnly;
  }

  /** What was read of the list so far, the newest first. */
  public ObservableList<RunSummary> rows() {
    return rows;
  }

  /** How many runs fulfil the search, those not read yet included. */
  public ReadOnlyIntegerProperty foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** What the list shows. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why the list cannot be read. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What is shown beside the list. */
  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  private Query query() {
    return new Query(
        words.get(),
        workload.get(),
        kind.get(),
        hereOnly.get() ? Optional.of(here) : Optional.empty());
  }

  /** Is called when the rows were read anew, so that what was chosen can be chosen again. */
  void setOnReplaced(Runnable action) {
    onReplaced = action;
  }

  /** Whether the rows are being replaced: what is chosen in them then is no person's choice. */
  boolean isReplacing() {
    return replacing;
  }

  /** The ids of what is shown. */
  List<String> chosen() {
    return chosen;
  }

  private void replace(List<RunSummary> next) {
    replacing = true;
    rows.setAll(next);
    replacing = false;
    onReplaced.run();
  }

  /** An answer to a search. */
  private record Page(List<RunSummary> rows, int all) {}

  private void search() {
    if (!opened) {
      return;
    }
    long mine = ++asked;
    var query = query();
    int most = Math.max(PAGE, rows.size());
    reading = true;
    history.use(
        store -> new Page(store.search(query, 0, most), store.count(query)),
        page -> {
          if (mine == asked) {
            reading = false;
            replace(page.rows());
            found.set(page.all());
            state.set(
                page.all() > 0
                    ? State.ROWS
                    : query.equals(Query.ALL) ? State.EMPTY : State.NOTHING_FOUND);
          }
        },
        sentence -> {
          if (mine == asked) {
            reading = false;
            failure.set(sentence);
            state.set(State.FAILED);
          }
        });
  }

  /** A row is looked at: where the last ones read come into sight, more are read. */
  public void looksAt(int row) {
    if (reading || rows.size() >= found.get() || row < rows.size() - PAGE / 4) {
      return;
    }
    reading = true;
    long mine = asked;
    var query = query();
    int from = rows.size();
    history.use(
        store -> store.search(query, from, PAGE),
        more -> {
          if (mine == asked) {
            reading = false;
            rows.addAll(more);
          }
        },
        sentence -> {
          reading = false;
          failure.set(sentence);
          state.set(State.FAILED);
        });
  }

  /** Shows the runs with these ids; the same again changes nothing. */
  public void choose(List<String> ids) {
    if (ids.equals(chosen)) {
      return;
    }
    chosen = List.copyOf(ids);
    if (ids.isEmpty()) {
      shown.set(new Shown.Nothing());
      return;
    }
    if (ids.size() > MOST_TOGETHER) {
      shown.set(new Shown.Failed(speedup.ui.Messages.get("history.too-many", MOST_TOGETHER)));
      return;
    }
    shown.set(new Shown.Loading());
    history.use(
        store -> read(store, ids),
        next -> {
          if (chosen.equals(ids)) {
            shown.set(next);
          }
        },
        sentence -> {
          if (chosen.equals(ids)) {
            shown.set(new Shown.Failed(sentence));
          }
        });
  }

  private static Shown read(RunStore store, List<String> ids) throws StoreException {
    var all = new ArrayList<RunStore.Kept>();
    for (var id : ids) {
      store.open(id).ifPresent(all::add);
    }
    if (all.isEmpty()) {
      return new Shown.Nothing();
    }
    if (all.size() == 1) {
      var kept = all.getFirst();
      var findings = Findings.of(kept.run());
      return new Shown.One(kept, findings, RunCharts.of(kept.run(), findings).all());
    }
    var runs = all.stream().map(RunStore.Kept::run).toList();
    return new Shown.Several(runs, RunsTogether.of(runs));
  }
}

package speedup.cli;

import java.util.Optional;
import speedup.history.KeptRun;
import speedup.history.RunStore;
import speedup.history.StoreException;

/** The runs that are kept, for commands. */
final class History {
  private final CliContext context;

  History(CliContext context) {
    this.context = context;
  }

  /** Something done with the history. */
  @FunctionalInterface
  interface Task<T> {
    /** Does it. */
    T with(RunStore store) throws StoreException, CliException;
  }

  /** Keeps a run; where that cannot be, one line on standard error says so, and that is all. */
  void keep(KeptRun run) {
    try (var store = open().orElse(null)) {
      if (store != null) {
        store.save(run);
      }
    } catch (StoreException e) {
      tell("the run is not kept: " + e.getMessage());
    }
  }

  /** Works with the history, without which the command can do nothing. */
  <T> T use(Task<T> task) throws CliException {
    try (var store =
        open()
            .orElseThrow(() ->
                new CliException(
                    CliException.FAILED,
                    "there is no history to work with; the line above says why"))) {
      return task.with(store);
    } catch (StoreException e) {
      throw new CliException(CliException.FAILED, e.getMessage(), e);
    }
  }

  /** A whole run by the beginning of its id. */
  RunStore.Kept find(RunStore store, String start) throws StoreException, CliException {
    var ids = store.idsBeginning(start);
    if (ids.size() > 1 && !ids.contains(start)) {
      throw new CliException(
          CliException.USAGE,
          "\"%s\" begins several ids (%s); give more of it"
              .formatted(start, String.join(", ", ids)));
    }
    Optional<RunStore.Kept> kept =
        ids.isEmpty() ? Optional.empty() : store.open(ids.contains(start) ? start : ids.getFirst());
    return kept.orElseThrow(() ->
        new CliException(
            CliException.USAGE,
            "there is no run \"%s\"; \"speedup history\" shows all of them".formatted(start)));
  }

  private Optional<RunStore> open() {
    var opened = context.histories().get();
    opened.notice().ifPresent(this::tell);
    return opened.store();
  }

  void tell(String sentence) {
    context.err().println("speedup: " + sentence.lines().findFirst().orElse(""));
  }
}

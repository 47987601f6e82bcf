package speedup.ui.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import speedup.history.KeptRun;
import speedup.history.RunFiles;
import speedup.history.StoreException;
import speedup.report.Export;
import speedup.ui.Messages;
import speedup.ui.view.RunHistory;

/** What a person does with kept runs. UI thread only; the disk is waited for elsewhere. */
public final class HistoryActions {
  private static final int MOST_TOLD = 3;

  private final RunHistory history;
  private final Consumer<Said> says;

  /**
   * What came of something.
   *
   * @param good whether it was done
   * @param sentence for the person
   * @param undo takes it back; empty where that cannot be
   */
  public record Said(boolean good, String sentence, Optional<Runnable> undo) {}

  /** Actions on a history; what comes of them is said. */
  public HistoryActions(RunHistory history, Consumer<Said> says) {
    this.history = history;
    this.says = says;
  }

  private void fails(String sentence) {
    says.accept(new Said(false, sentence, Optional.empty()));
  }

  private void done(String key, Object... arguments) {
    says.accept(new Said(true, Messages.get(key, arguments), Optional.empty()));
  }

  /**
   * Saves what a person wrote about a run.
   *
   * @param then is called once it is saved
   */
  public void note(String id, String words, Runnable then) {
    history.change(store -> store.note(id, words), _ -> then.run(), this::fails);
  }

  /** What was taken out of the history. */
  private record Deleted(List<KeptRun> whole, int all) {}

  /** Deletes runs; they can be brought back while that is said. */
  public void delete(List<String> ids) {
    history.change(
        store -> {
          var whole = new ArrayList<KeptRun>();
          for (var id : ids) {
            try {
              store.open(id).ifPresent(kept -> whole.add(kept.run()));
            } catch (StoreException e) {
              // a run that cannot be read is deleted all the same, only not brought back
              System.getLogger(HistoryActions.class.getName())
                  .log(System.Logger.Level.DEBUG, id, e);
            }
            store.delete(id);
          }
          return new Deleted(whole, ids.size());
        },
        deleted ->
            says.accept(
                new Said(
                    true,
                    Messages.get("history.deleted", deleted.all()),
                    deleted.whole().isEmpty()
                        ? Optional.empty()
                        : Optional.of(() -> bringBack(deleted.whole())))),
        this::fails);
  }

  private void bringBack(List<KeptRun> runs) {
    history.change(
        store -> {
          for (var run : runs) {
            store.save(run);
          }
          return runs.size();
        },
        count -> done("history.brought-back", count),
        this::fails);
  }

  /** Writes a run into a file, in the format that the ending of its name stands for. */
  public void export(KeptRun run, Path file) {
    var format = Export.Format.of(file);
    if (format.isEmpty()) {
      fails(Messages.get("history.export.format", file.getFileName()));
      return;
    }
    history.use(
        _ -> {
          Export.write(run, format.get(), Optional.empty(), file);
          return file;
        },
        written -> done("history.exported", written),
        this::fails);
  }

  /** What came of reading a file. */
  private record Taken(String id, boolean added, List<String> problems) {}

  /**
   * Takes a run from a file.
   *
   * @param then is given its id
   */
  public void take(Path file, Consumer<String> then) {
    history.change(
        store -> {
          var imported = RunFiles.read(file);
          var run = imported.run();
          var there = store.idsBeginning(run.id()).contains(run.id());
          if (!there) {
            store.save(run);
          }
          return new Taken(run.id(), !there, imported.problems());
        },
        taken -> {
          tell(taken);
          then.accept(taken.id());
        },
        this::fails);
  }

  private void tell(Taken taken) {
    if (taken.problems().isEmpty()) {
      done(taken.added() ? "history.imported" : "history.imported.there");
      return;
    }
    var told = String.join(" ", taken.problems().stream().limit(MOST_TOLD).toList());
    fails(
        Messages.get(
            "history.imported.partly", told, Math.max(0, taken.problems().size() - MOST_TOLD)));
  }
}

package speedup.ui.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import speedup.check.Finding;
import speedup.concept.ConceptLab;
import speedup.experiment.Lab;
import speedup.settings.Preferences;
import speedup.settings.PreferencesFile;
import speedup.settings.UserFolders;

/**
 * What a window works with.
 *
 * @param lab where things run; closed with the window
 * @param history the runs that are kept; closed with the window
 * @param concepts opens the concept lab; whoever opens it closes it
 * @param preferences of the program as a whole; closed with the window
 * @param folders where files are kept
 * @param check what is tried at the first start
 * @param trials tries out what is named in the settings
 */
public record Backstage(
    Lab lab,
    RunHistory history,
    Supplier<ConceptLab> concepts,
    PreferenceBook preferences,
    UserFolders folders,
    Check check,
    Trials trials)
    implements AutoCloseable {
  /** Tries what the program needs of this computer. */
  @FunctionalInterface
  public interface Check {
    /** Looks at everything; takes some seconds, so never on the JavaFX thread. */
    List<Finding> run() throws InterruptedException;
  }

  /** For a window that keeps nothing and shows no concepts. */
  public static Backstage of(Lab lab) {
    return new Backstage(
        lab,
        RunHistory.atOnce(RunHistory::none),
        Backstage::noConcepts,
        PreferenceBook.atOnce(
            new PreferencesFile.Loaded(Preferences.DEFAULTS, Optional.empty()), _ -> {}),
        UserFolders.ofThisUser(),
        List::of,
        Trials.none());
  }

  private static ConceptLab noConcepts() {
    throw new IllegalStateException("this window was opened without a concept lab");
  }

  /** The same with these runs. */
  public Backstage with(RunHistory kept) {
    return new Backstage(lab, kept, concepts, preferences, folders, check, trials);
  }

  /** The same with these preferences. */
  public Backstage with(PreferenceBook book) {
    return new Backstage(lab, history, concepts, book, folders, check, trials);
  }

  /** The same with a concept lab. */
  public Backstage withConcepts(Supplier<ConceptLab> opener) {
    return new Backstage(lab, history, opener, preferences, folders, check, trials);
  }

  /** The same with another check of this computer. */
  public Backstage with(Check other) {
    return new Backstage(lab, history, concepts, preferences, folders, other, trials);
  }

  /** The same with other trials. */
  public Backstage with(Trials other) {
    return new Backstage(lab, history, concepts, preferences, folders, check, other);
  }

  /** Ends every worker, and waits a little for what is still being written. */
  @Override
  public void close() {
    history.close();
    preferences.close();
    lab.close();
  }
}

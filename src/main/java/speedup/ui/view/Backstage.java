package speedup.ui.view;

import java.util.Optional;
import java.util.function.Supplier;
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
 * @param trials tries out what is named in the settings
 */
public record Backstage(
    Lab lab,
    RunHistory history,
    Supplier<ConceptLab> concepts,
    PreferenceBook preferences,
    UserFolders folders,
    Trials trials)
    implements AutoCloseable {
  /** For a window that keeps nothing and shows no concepts. */
  public static Backstage of(Lab lab) {
    return new Backstage(
        lab,
        RunHistory.atOnce(RunHistory::none),
        Backstage::noConcepts,
        PreferenceBook.atOnce(
            new PreferencesFile.Loaded(Preferences.DEFAULTS, Optional.empty()), _ -> {}),
        UserFolders.ofThisUser(),
        Trials.none());
  }

  private static ConceptLab noConcepts() {
    throw new IllegalStateException("this window was opened without a concept lab");
  }

  /** The same with these runs. */
  public Backstage with(RunHistory kept) {
    return new Backstage(lab, kept, concepts, preferences, folders, trials);
  }

  /** The same with these preferences. */
  public Backstage with(PreferenceBook book) {
    return new Backstage(lab, history, concepts, book, folders, trials);
  }

  /** The same with a concept lab. */
  public Backstage withConcepts(Supplier<ConceptLab> opener) {
    return new Backstage(lab, history, opener, preferences, folders, trials);
  }

  /** The same with other trials. */
  public Backstage with(Trials other) {
    return new Backstage(lab, history, concepts, preferences, folders, other);
  }

  /** Ends every worker, and waits a little for what is still being written. */
  @Override
  public void close() {
    history.close();
    preferences.close();
    lab.close();
  }
}

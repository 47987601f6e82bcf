package speedup.workload;

import java.util.ResourceBundle;

/**
 * The words of workloads in the language of the default locale, where {@code
 * speedup/workload/words_LANGUAGE.properties} has them; else those of the workload itself, which is
 * English, and whatever language a workload of somebody else speaks.
 */
public final class WorkloadWords {
  private WorkloadWords() {}

  private static String say(String key, String otherwise) {
    var words = ResourceBundle.getBundle("speedup.workload.words");
    return words.containsKey(key) ? words.getString(key) : otherwise;
  }

  /** What it is called. */
  public static String title(Workload workload) {
    return say(workload.id() + ".title", workload.title());
  }

  /** What it computes, in a sentence. */
  public static String summary(Workload workload) {
    return say(workload.id() + ".summary", workload.summary());
  }

  /** The label of a parameter. */
  public static String label(Workload workload, Parameter parameter) {
    return say(workload.id() + "." + parameter.id(), parameter.label());
  }

  /** What a parameter does, in a sentence. */
  public static String help(Workload workload, Parameter parameter) {
    return say(workload.id() + "." + parameter.id() + ".help", parameter.help());
  }

  /** One of the values of a {@link Parameter.Choice}, for people. */
  public static String choice(String value) {
    return say("choice." + value, value);
  }

  /** What a preset is called. */
  public static String title(Workload workload, Preset preset) {
    return say(workload.id() + ".preset." + preset.id(), preset.title());
  }

  /** What a preset teaches. */
  public static String lesson(Workload workload, Preset preset) {
    return say(workload.id() + ".preset." + preset.id() + ".lesson", preset.lesson());
  }
}

package speedup.ui;

import java.util.Set;

/** What commands are about, for the sheet of keys. */
enum CommandGroup {
  /** What is done, and where to find more of it. */
  WORK("work"),
  /** Which view is shown. */
  VIEWS("views"),
  /** How it looks. */
  LOOKS("looks");

  private static final Set<String> LOOK_IDS =
      Set.of("presentation", "theme", "larger", "smaller", "usual-size");

  private final String id;

  CommandGroup(String id) {
    this.id = id;
  }

  static CommandGroup of(Command command) {
    if (command.id().startsWith("view.")) {
      return VIEWS;
    }
    return LOOK_IDS.contains(command.id()) ? LOOKS : WORK;
  }

  String title() {
    return Messages.get("keys." + id);
  }
}

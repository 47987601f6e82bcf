package speedup.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import speedup.ui.home.HomeController;
import speedup.ui.view.View;

/** All commands of a window, in the order in which they are listed. JavaFX thread only. */
final class ShellCommands {
  private final List<Command> commands = new ArrayList<>();

  ShellCommands(ShellController shell) {
    commands.add(Command.when("run", () -> !shell.isRunning(), shell::run, "F5"));
    commands.add(Command.when("stop", shell::isRunning, shell::stop, "Esc"));
    commands.add(
        Command.when(
            "undo", () -> shell.forms().canUndo(), () -> shell.forms().undo(), "Shortcut+Z"));
    commands.add(
        Command.when(
            "redo",
            () -> shell.forms().canRedo(),
            () -> shell.forms().redo(),
            "Shortcut+Shift+Z",
            "Shortcut+Y"));
    commands.add(Command.always("palette", shell::openPalette, "Shortcut+Shift+P"));
    commands.add(Command.typed("keys", shell::openKeys, "?"));
    commands.add(Command.always("presentation", shell::togglePresentation, "F11"));
    commands.add(Command.always("settings", shell::openSettings, "Shortcut+Comma"));
    commands.add(Command.always("theme", shell::toggleTheme));
    commands.add(
        Command.always(
            "larger",
            () -> shell.looks().keep(shell.looks().scale().larger()),
            "Shortcut+Plus",
            "Shortcut+Shift+Plus",
            "Shortcut+Equals",
            "Shortcut+Shift+Equals",
            "Shortcut+Add"));
    commands.add(
        Command.always(
            "smaller",
            () -> shell.looks().keep(shell.looks().scale().smaller()),
            "Shortcut+Minus",
            "Shortcut+Subtract"));
    commands.add(
        Command.always(
            "usual-size",
            () -> shell.looks().keep(UiScale.NORMAL),
            "Shortcut+0",
            "Shortcut+Numpad 0"));
    commands.add(Command.always("help", shell::help, "F1"));
    commands.add(Command.always("about", () -> shell.pages().about()));
    commands.add(Command.always("check", () -> check(shell)));
    for (var view : View.values()) {
      var number = view.ordinal() + 1;
      commands.add(
          Command.always(
              "view." + view.id(),
              () -> shell.show(view),
              "Shortcut+" + number,
              "Shortcut+Numpad " + number));
    }
  }

  private static void check(ShellController shell) {
    shell.show(View.HOME);
    ((HomeController) shell.view(View.HOME)).check();
  }

  List<Command> all() {
    return List.copyOf(commands);
  }

  /** The command with this id. */
  Command named(String id) {
    return commands.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** What a character means where no text is typed. */
  Optional<Command> typed(String character) {
    return commands.stream().filter(command -> command.isTyped(character)).findFirst();
  }

  /** What a key means now. */
  Optional<Command> of(KeyEvent event) {
    return commands.stream().filter(command -> command.isMeant(event)).findFirst();
  }
}

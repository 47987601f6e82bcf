package speedup.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Options of a command in one line: blanks part them, and quotation marks hold blanks. */
final class OptionText {
  private static final Pattern OPTION = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");

  private OptionText() {}

  static List<String> parse(String line) {
    var options = new ArrayList<String>();
    var each = OPTION.matcher(line);
    while (each.find()) {
      options.add(each.group().replace("\"", ""));
    }
    return options;
  }

  static String of(List<String> options) {
    return options.stream()
        .map(option -> option.matches(".*\\s.*") ? '"' + option + '"' : option)
        .collect(Collectors.joining(" "));
  }
}

package speedup.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The members of a JSON object from a file that anybody may have written. */
final class Fields {
  private static final int LONGEST = 10_000;
  private static final int MOST = 10_000;

  private final JsonNode object;
  private final String where;
  private final List<String> problems;

  /**
   * Looks at an object.
   *
   * @param where its name for the person, put before each problem
   * @param problems takes a sentence for each member that cannot be used
   */
  Fields(JsonNode object, String where, List<String> problems) {
    this.object = object == null ? MissingNode.getInstance() : object;
    this.where = where;
    this.problems = problems;
  }

  Fields in(String name) {
    return new Fields(object.path(name), where + name + ".", problems);
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  JsonNode node(String name) {
    return object.path(name);
  }

  /** The text, or what stands for it where there is none; told where it is needed for a result. */
  String text(String name, String otherwise, String neededFor) {
    var value = object.path(name);
    if (value.isTextual() && value.textValue().length() <= LONGEST) {
      return value.textValue();
    }
    if (!neededFor.isEmpty() || has(name)) {
      problem(name, "is no text of at most %,d characters".formatted(LONGEST), neededFor);
    }
    return otherwise;
  }

  /** A whole number within bounds; empty and told where there is none. */
  OptionalLong whole(String name, long low, long high, String neededFor) {
    var value = object.path(name);
    if (value.isIntegralNumber()
        && value.canConvertToLong()
        && value.longValue() >= low
        && value.longValue() <= high) {
      return OptionalLong.of(value.longValue());
    }
    if (!neededFor.isEmpty() || has(name)) {
      problem(name, "is no whole number from %,d to %,d".formatted(low, high), neededFor);
    }
    return OptionalLong.empty();
  }

  /** A number within bounds; empty and told where there is none. */
  OptionalDouble number(String name, double low, double high, String neededFor) {
    var value = object.path(name);
    if (value.isNumber() && value.doubleValue() >= low && value.doubleValue() <= high) {
      return OptionalDouble.of(value.doubleValue());
    }
    if (!neededFor.isEmpty() || has(name)) {
      problem(name, "is no number from %s to %s".formatted(low, high), neededFor);
    }
    return OptionalDouble.empty();
  }

  /** Texts by name; those that are none are told and left out. */
  Map<String, String> texts(String name) {
    var texts = new LinkedHashMap<String, String>();
    var all = object.path(name);
    if (has(name) && (!all.isObject() || all.size() > MOST)) {
      problem(name, "is no object of texts", "running it again");
      return texts;
    }
    var inside = in(name);
    all.fieldNames()
        .forEachRemaining(key -> texts.put(key, inside.text(key, "", "running it again")));
    return texts;
  }

  /** A list of texts; those that are none are told and left out. */
  List<String> list(String name) {
    var texts = new ArrayList<String>();
    for (var value : object.path(name)) {
      if (value.isTextual() && value.textValue().length() <= LONGEST && texts.size() < MOST) {
        texts.add(value.textValue());
      } else {
        problem(name, "has an entry that is no text", "the notes");
      }
    }
    return texts;
  }

  /** A list of whole numbers; empty where one of them is none. */
  List<Integer> numbers(String name) {
    var numbers = new ArrayList<Integer>();
    for (var value : object.path(name)) {
      if (!value.isInt() || numbers.size() == MOST) {
        problem(name, "has an entry that is no whole number", "the study");
        return List.of();
      }
      numbers.add(value.intValue());
    }
    return numbers;
  }

  void missing(String name, String neededFor) {
    problems.add("%s%s is missing for %s".formatted(where, name, neededFor));
  }

  private void problem(String name, String what, String neededFor) {
    var value = object.path(name);
    var found = value.isMissingNode() || value.isNull() ? "missing" : shortened(value.toString());
    problems.add(
        "%s%s %s (%s)%s"
            .formatted(
                where,
                name,
                what,
                found,
                neededFor.isEmpty() ? "" : "; it is missing for " + neededFor));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}

package speedup.concept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words of a concept, in the language of the default locale where there is one: {@code
 * speedup/concept/ID.properties}. Immutable.
 *
 * <pre>
 * title, summary          of the concept
 * figure.ID               what a number is
 * VARIANT.title           of a variant
 * VARIANT.question        asked before it runs
 * VARIANT.choice.1, ...   two to four answers
 * VARIANT.answer          the number of the right one
 * VARIANT.seen            what was seen, and why
 * </pre>
 */
public final class ConceptWords {
  private final Concept concept;
  private final ResourceBundle bundle;

  private ConceptWords(Concept concept, ResourceBundle bundle) {
    this.concept = concept;
    this.bundle = bundle;
  }

  /** The words of a concept. */
  public static ConceptWords of(Concept concept) {
    return new ConceptWords(concept, ResourceBundle.getBundle("speedup.concept." + concept.id()));
  }

  /** What it is called. */
  public String title() {
    return bundle.getString("title");
  }

  /** What it is about, in a sentence or two. */
  public String summary() {
    return bundle.getString("summary");
  }

  /** What a number is. */
  public String figure(String id) {
    return bundle.getString("figure." + id);
  }

  /** What a variant is called. */
  public String variant(String id) {
    return bundle.getString(id + ".title");
  }

  /** What the class is asked before a variant runs. */
  public String question(String variant) {
    return bundle.getString(variant + ".question");
  }

  /** The answers to choose from. */
  public List<String> choices(String variant) {
    var choices = new ArrayList<String>();
    for (var i = 1; bundle.containsKey(variant + ".choice." + i); i++) {
      choices.add(bundle.getString(variant + ".choice." + i));
    }
    return List.copyOf(choices);
  }

  /** Which of the choices is right, from 0. */
  public int answer(String variant) {
    return Integer.parseInt(bundle.getString(variant + ".answer")) - 1;
  }

  /** What was seen, and why. */
  public String seen(String variant) {
    return bundle.getString(variant + ".seen");
  }

  /** The same in Python; one text for all variants. */
  public String python() {
    var file = "python/" + concept.id() + ".py";
    try (var source = ConceptWords.class.getResourceAsStream("/speedup/concept/" + file)) {
      if (source == null) {
        throw new MissingResourceException("there is no " + file, "speedup.concept", file);
      }
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

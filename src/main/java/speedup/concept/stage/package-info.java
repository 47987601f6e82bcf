/** The concepts: one class for each row of what the lab shows. */
package speedup.concept.stage;

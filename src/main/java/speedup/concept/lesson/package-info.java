/** What a class does with the stages: questions with explanations, and lessons step by step. */
package speedup.concept.lesson;

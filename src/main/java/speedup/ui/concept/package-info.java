/** The view of concepts: a stage as it is drawn, its operations as buttons, the code beside it. */
package speedup.ui.concept;

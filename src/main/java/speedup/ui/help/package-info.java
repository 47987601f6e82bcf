/** The pages of help, which are part of the program and open without a network. */
package speedup.ui.help;

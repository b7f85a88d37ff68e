/** One-to-ones: how often and when they are held, their notes, agreed actions, and the examples and support that the notes keep. */
package fairway.onetoone;

package fairway.correspondence;

/**
 * What one person is told of a meeting or a series, with the file for their calendar.
 *
 * @param meeting  gives key, subject and organizer
 * @param uid      of the meeting, or of the series
 * @param sequence of this version
 * @param several  whether it is about more than one meeting
 * @param what     what it says, sentences with a line end
 * @param title    the same in a few words, for the list of what was sent
 * @param file     iCalendar
 */
record CalendarMail(Meeting meeting, String uid, int sequence, CalendarFile.Kind kind, Recipient to, boolean several, String what, String title, byte[] file) {
}

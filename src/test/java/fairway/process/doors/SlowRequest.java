package fairway.process.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that keeps its connection by coming a byte at a time, or by not coming at all.
 *
 * @param begin what is sent at once
 * @param then  what is sent byte by byte after it, over and over; empty for nothing
 */
record SlowRequest(String name, String begin, String then) {

    private static final int BETWEEN_TWO_BYTES = 500;

    /** All of them, at a door that asks for a sign-in and brings it; each works on stock, and none on Fairway. */
    static List<SlowRequest> all(List<String> signedIn) {
        String task = "POST /engine-rest/task HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + String.join("", signedIn.stream().map(header -> header + "\r\n").toList());
        String logIn = "POST /camunda/api/admin/auth/user/default/login/tasklist HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nusername=";
        return List.of(new SlowRequest("a head that does not end", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", ""),
                new SlowRequest("a head that trickles", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x"),
                new SlowRequest("a body that does not come", task + "Content-Length: 1000\r\n\r\n{", ""),
                new SlowRequest("a body that trickles", task + "Content-Length: 100000\r\n\r\n{\"name\":\"", "x"),
                new SlowRequest("a body in pieces that trickle", task + "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"name\":\"\r\n", "1\r\nx\r\n"),
                new SlowRequest("a piece whose length trickles", task + "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"name\":\"\r\n1;", "x"),
                new SlowRequest("a log-in that trickles", logIn, "x"),
                new SlowRequest("a body that nobody reads", "GET /camunda/app/welcome/default/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n", "x"));
    }

    /** Which of them still have their connection after so many seconds; all at the same time. */
    static List<String> kept(String base, List<SlowRequest> requests, int seconds) {
        Map<Socket, SlowRequest> open = new LinkedHashMap<>();
        try {
            for (SlowRequest request : requests) {
                Socket socket = new Socket("localhost", URI.create(base).getPort());
                open.put(socket, request);
                socket.setSoTimeout(BETWEEN_TWO_BYTES / requests.size());
                socket.getOutputStream().write(request.begin().getBytes(StandardCharsets.US_ASCII));
            }
            long until = System.nanoTime() + seconds * 1_000_000_000L;
            for (int at = 0; System.nanoTime() < until && !open.isEmpty(); at++) {
                for (Socket socket : new ArrayList<>(open.keySet())) {
                    if (isHungUpOn(socket, open.get(socket).then(), at)) {
                        open.remove(socket);
                        socket.close();
                    }
                }
            }
            return open.values().stream().map(SlowRequest::name).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.keySet().forEach(SlowRequest::close);
        }
    }

    private static boolean isHungUpOn(Socket socket, String then, int at) {
        try {
            if (!then.isEmpty()) {
                socket.getOutputStream().write(then.charAt(at % then.length()));
            }
            return socket.getInputStream().read(new byte[8_192]) < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException hungUp) {
            return true;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fairway.process.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fairway.support.Doors;

/** Sends attacks to a server, and sees whether they did what they are for. */
final class Attacker implements AutoCloseable {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+(?:\\.\\w+)?)}");
    private static final int PATIENCE = 400;

    private final String base;
    private final Map<String, String> values;
    private final BooleanSupplier malloryIsThere;
    private final Path file;
    private final ServerSocket listening;
    private final List<String> said = new ArrayList<>();

    /**
     * @param values         what stands for {@code {task}}, {@code {filter}} …
     * @param malloryIsThere whether there is a user of that name
     */
    Attacker(String base, Map<String, String> values, BooleanSupplier malloryIsThere) {
        this.base = base;
        this.malloryIsThere = malloryIsThere;
        try {
            this.file = Files.createTempDirectory("attack").resolve("hit");
            this.listening = new ServerSocket(0);
            listening.setSoTimeout(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.values = new HashMap<>(values);
        this.values.put("file", file.toString());
        this.values.put("port", String.valueOf(listening.getLocalPort()));
    }

    /** Whether it worked, sent with these headers. */
    boolean succeeds(Attack attack, List<String> headers) {
        said.clear();
        RawHttp.Answer last = null;
        Map<String, String> answers = new HashMap<>(values);
        Thread listener = attack.harm() == Attack.Harm.CALLS_OUT ? listen() : null;
        for (int i = 0; i < attack.requests().size(); i++) {
            Attack.Request request = attack.requests().get(i);
            List<String> all = new ArrayList<>(headers);
            request.headers().forEach(all::add);
            RawHttp.Answer answer = send(request, all, answers);
            said.add(request.method() + " " + request.path() + ": " + answer.status() + " " + (answer.body().length() > 300 ? answer.body().substring(0, 300) : answer.body()));
            answers.put(i + 1 + ".id", Doors.reply(answer.status(), answer.body()).body().path("id").asText("none"));
            last = answer;
        }
        return switch (attack.harm()) {
            case IS_DONE -> last.status() < 300;
            case LEADS_AWAY -> last.header("Location") != null && last.header("Location").contains(Attack.ELSEWHERE);
            case IS_FRAMED -> last.status() < 300 && last.header("X-Frame-Options") == null && !String.join(" ", last.headersNamed("Content-Security-Policy")).contains("frame-ancestors");
            case HANDS_OUT_A_FORMULA -> last.status() < 300 && last.body().lines().anyMatch(line -> line.startsWith("=") || line.contains(",="));
            case RUNS_CODE -> wasMade();
            case MAKES_A_USER -> malloryIsThere.getAsBoolean();
            case CALLS_OUT -> wasCalled(listener);
        };
    }

    /** A server that hangs up in the middle has refused. */
    private RawHttp.Answer send(Attack.Request request, List<String> headers, Map<String, String> answers) {
        try {
            return RawHttp.send(base, request.method(), filled(request.path(), answers), headers, request.body() == null ? "" : filled(request.body(), answers));
        } catch (UncheckedIOException hungUp) {
            return new RawHttp.Answer(499, List.of(), String.valueOf(hungUp.getMessage()));
        }
    }

    /** What the server answered to the last attack. */
    String said() {
        return String.join("\n    ", said);
    }

    private boolean wasMade() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private volatile boolean called;

    /** Takes one connection and hangs up. */
    private Thread listen() {
        called = false;
        Thread listener = new Thread(() -> {
            for (long until = System.nanoTime() + 15_000_000_000L; !called && System.nanoTime() < until && !Thread.currentThread().isInterrupted(); ) {
                try {
                    listening.accept().close();
                    called = true;
                } catch (SocketTimeoutException nobody) {
                    called = false;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        listener.start();
        return listener;
    }

    private boolean wasCalled(Thread listener) {
        listener.interrupt();
        try {
            listener.join(4L * PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return called;
    }

    private static String filled(String template, Map<String, String> values) {
        Matcher place = PLACE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (place.find()) {
            place.appendReplacement(filled, Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
        }
        return place.appendTail(filled).toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.getParent());
    }
}

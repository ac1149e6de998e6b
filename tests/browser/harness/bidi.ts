// WebDriver BiDi, as far as the tests speak it: one browsing context, the extension's own pages included.
// Not here: starting Firefox (firefox.ts).

export interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

interface Remote {
  type: string;
  value?: unknown;
  sharedId?: string;
}
interface Evaluated {
  type: "success" | "exception";
  result?: Remote;
  exceptionDetails?: { text: string };
}

/** Keys that are no characters, as WebDriver numbers them. */
const KEYS: Record<string, string> = {
  Alt: "\uE00A",
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  Backspace: "\uE003",
  Control: "\uE009",
  Delete: "\uE017",
  End: "\uE010",
  Enter: "\uE007",
  Escape: "\uE00C",
  Home: "\uE011",
  Meta: "\uE03D",
  Period: ".",
  Shift: "\uE008",
  Space: " ",
  Tab: "\uE004",
};

export class Context {
  constructor(
    private readonly connection: Connection,
    readonly id: string,
  ) {}

  async send<T>(method: string, parameters: object): Promise<T> {
    return (await this.connection.send(method, parameters)).result as T;
  }

  /** The value of an expression; promises are waited for. What is no plain value comes as JSON would have it. */
  async evaluate<T>(expression: string): Promise<T> {
    const wrapped = `(async () => { const value = await (${expression}); return value === undefined ? "null" : JSON.stringify(value); })()`;
    const { result } = await this.raw(wrapped);
    return JSON.parse(String(result?.value)) as T;
  }

  /** The text of all nodes, closed shadow roots included. */
  async deepText(): Promise<string> {
    const options = { includeShadowTree: "all", maxDomDepth: null };
    const { result } = await this.raw("document.documentElement", options);
    return textOf(result as unknown as Tree).join(" ");
  }

  async type(text: string): Promise<void> {
    await this.keys([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
  }

  async press(chord: string): Promise<void> {
    const values = chord.split("+").map((key) => KEYS[key] ?? key);
    const down = values.map((value) => ({ type: "keyDown", value }));
    await this.keys([...down, ...values.toReversed().map((value) => ({ type: "keyUp", value }))]);
  }

  async click(selector: string): Promise<void> {
    const element = await this.element(selector);
    const origin = { type: "element", element: { sharedId: element } };
    const actions = [{ type: "pointerMove", x: 0, y: 0, origin }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    await this.send("input.performActions", { context: this.id, actions: [{ type: "pointer", id: "mouse", actions }] });
  }

  async upload(selector: string, path: string): Promise<void> {
    const element = { sharedId: await this.element(selector) };
    await this.send("input.setFiles", { context: this.id, element, files: [path] });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>("browsingContext.captureScreenshot", { context: this.id });
    return Buffer.from(data, "base64");
  }

  async front(): Promise<void> {
    await this.send("browsingContext.activate", { context: this.id });
  }

  async close(): Promise<void> {
    await this.send("browsingContext.close", { context: this.id });
  }

  private async element(selector: string): Promise<string> {
    const { result } = await this.raw(`(() => { const found = document.querySelector(${JSON.stringify(selector)}); found?.scrollIntoView({ block: "center" }); return found; })()`);
    if (result?.sharedId === undefined) throw new Error(`nothing fits ${selector}`);
    return result.sharedId;
  }

  private async keys(actions: object[]): Promise<void> {
    await this.send("input.performActions", { context: this.id, actions: [{ type: "key", id: "keyboard", actions }] });
  }

  private async raw(expression: string, serializationOptions: object = {}): Promise<Evaluated> {
    const target = { context: this.id };
    const done = await this.send<Evaluated>("script.evaluate", { expression, target, awaitPromise: true, serializationOptions, userActivation: true });
    if (done.type === "exception") throw new Error(done.exceptionDetails?.text ?? "an exception in the page");
    return done;
  }
}

interface Tree {
  value?: { nodeType: number; nodeValue?: string; localName?: string; children?: Tree[]; shadowRoot?: Tree | null };
}

function textOf({ value }: Tree): string[] {
  if (value === undefined || value.localName === "style" || value.localName === "script") return [];
  if (value.nodeType === 3) return [value.nodeValue ?? ""];
  return [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])].flatMap(textOf);
}

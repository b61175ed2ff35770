/** A program and where its uniforms are. */
export type ShaderProgram = {
  program: WebGLProgram;
  /** The place of a uniform; null for one the compiler has dropped, which GL ignores. */
  uniform(name: string): WebGLUniformLocation | null;
  /** True when `finish` would not wait; always, where the browser cannot tell. */
  isReady(): boolean;
  /**
   * Waits until the program is linked.
   *
   * @throws with the compiler's log if the shaders are wrong
   */
  finish(): void;
  /** Frees the program; may be called twice. */
  dispose(): void;
};

/**
 * Starts to compile and link a program, beside others where the GPU's driver can; `finish` before it
 * is used.
 */
export function startShaderProgram(
  gl: WebGL2RenderingContext,
  vertexSource: string,
  fragmentSource: string,
): ShaderProgram {
  const parallel = gl.getExtension('KHR_parallel_shader_compile');
  const program = gl.createProgram();
  const shaders = [
    compile(gl, gl.VERTEX_SHADER, vertexSource),
    compile(gl, gl.FRAGMENT_SHADER, fragmentSource),
  ];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);

  let finished = false;
  const locations = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    uniform(name) {
      if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name));
      return locations.get(name) ?? null;
    },
    isReady() {
      if (finished || !parallel || gl.isContextLost()) return true;
      return Boolean(gl.getProgramParameter(program, parallel.COMPLETION_STATUS_KHR));
    },
    finish() {
      if (finished) return;
      finished = true;
      if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
        const logs = [
          gl.getProgramInfoLog(program),
          ...shaders.map((it) => gl.getShaderInfoLog(it)),
        ];
        throw new Error(`Expected a shader that links, but got: ${logs.join('\n')}`);
      }
      for (const shader of shaders) gl.deleteShader(shader);
    },
    dispose() {
      for (const shader of shaders) gl.deleteShader(shader);
      gl.deleteProgram(program);
    },
  };
}

function compile(gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader {
  const shader = gl.createShader(type);
  // Null only when the context is lost; the link is then never used.
  if (!shader) throw new Error('Expected a shader object, but the GL context is lost.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

/** @jsxImportSource preact */
import { render } from 'preact';
import { App } from './App.tsx';
import { placeOf } from './place.ts';
import './style.css';

render(<App place={placeOf(location.pathname)} />, document.getElementById('root')!);
